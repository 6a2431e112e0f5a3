import { h } from 'vue';
import { useData } from 'vitepress';
// With its own fonts the theme would load 400 kB that the reader's device has already.
import DefaultTheme from 'vitepress/theme-without-fonts';
import TwoAgents from './two-agents.vue';
import './site.css';

const WITH_AGENTS = 'quick-start.md';

export default {
  extends: DefaultTheme,
  Layout: () => {
    const { page } = useData();
    return h(DefaultTheme.Layout, null, {
      'doc-after': () => (page.value.relativePath === WITH_AGENTS ? h(TwoAgents) : undefined),
    });
  },
};
