import { createApp } from 'vue';
import Desktop from './desktop.vue';

createApp(Desktop).mount('#host');
