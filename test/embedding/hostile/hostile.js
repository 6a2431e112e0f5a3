// Changes built-in prototypes and the page, as old libraries and monitoring scripts do.
(() => {
  'use strict';

  // In `for…in` of every array.
  Array.prototype.last = function last() {
    return this[this.length - 1];
  };
  Array.prototype.contains = Array.prototype.includes;
  String.prototype.capitalize = function capitalize() {
    return this.charAt(0).toUpperCase() + this.slice(1);
  };
  Function.prototype.curry = function curry() {
    return this;
  };
  // Not enumerable on every object: the federation runtime, valibot and most of today's libraries break on that.
  Object.defineProperty(Object.prototype, 'owner', {
    configurable: true,
    get: () => 'the host',
    set(value) {
      Object.defineProperty(this, 'owner', { value, enumerable: true, configurable: true, writable: true });
    },
  });

  // Wrapped, as monitoring does.
  for (const [prototype, name] of [
    [Element.prototype, 'append'],
    [Element.prototype, 'remove'],
    [Element.prototype, 'attachShadow'],
    [Node.prototype, 'appendChild'],
    [Node.prototype, 'insertBefore'],
    [Node.prototype, 'removeChild'],
    [EventTarget.prototype, 'addEventListener'],
    [EventTarget.prototype, 'removeEventListener'],
    [Document.prototype, 'createElement'],
    [window, 'setTimeout'],
    [window, 'requestAnimationFrame'],
  ]) {
    const original = prototype[name];
    prototype[name] = function wrapped(...values) {
      return original.apply(this, values);
    };
  }
  const browserFetch = window.fetch;
  window.fetch = async (...request) => {
    const answer = await browserFetch(...request);
    answer.seenByHost = true;
    return answer;
  };
  const BrowserPromise = window.Promise;
  window.Promise = class HostPromise extends BrowserPromise {
    then(...handlers) {
      return super.then(...handlers);
    }
  };
  window.process = { env: {} };
  window.global = window;
  window.module = { exports: {} };
  window.$ = window.jQuery = () => [];
  window._ = {};
  window.name = 'host';
  window.parts = window.part = window.texts = window.bus = window.baton = 'taken';

  // The host's shortcuts while none of its fields has focus.
  window.hostKeys = [];
  const isField = (target) => target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  document.addEventListener('keydown', (event) => {
    if (isField(event.target) || event.ctrlKey || event.altKey || event.metaKey) return;
    if (!/^[a-z/?]$/.test(event.key) && event.key !== ' ' && event.key !== 'Backspace') return;
    window.hostKeys.push(event.key);
    event.preventDefault();
    document.getElementById('find').focus();
  });
  window.addEventListener('error', () => true);

  addEventListener('DOMContentLoaded', () => {
    document.documentElement.setAttribute('translate', 'no');
    document.body.setAttribute('spellcheck', 'false');
    const late = document.createElement('link');
    late.rel = 'stylesheet';
    late.href = '/late.css';
    document.head.append(late);
  });
})();
