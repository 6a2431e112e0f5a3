/** A SharedWorker gets this event for each page that connects. The first port is the page's. */
interface WindowEventMap {
  connect: MessageEvent;
}
