/** A SharedWorker hears of each page that connects; its first port leads to the page. */
interface WindowEventMap {
  connect: MessageEvent;
}
