import FixedJsdomEnvironment from 'jest-fixed-jsdom';

/**
 * jsdom with what our code needs from a browser and jsdom leaves out.
 * jest-fixed-jsdom gives back fetch and streams; msw's interceptors need setImmediate.
 */
export default class BrowserLikeEnvironment extends FixedJsdomEnvironment {
  async setup() {
    await super.setup();
    this.global.setImmediate = setImmediate;
    this.global.clearImmediate = clearImmediate;
    this.global.MessageChannel = MessageChannel;
  }
}
