// Stands between the theme's search box and its search. It runs before the theme's script, which would fetch the
// whole index on every page: that gets its settings from here, and this in place of a worker. What is typed goes to
// the rest of our script (`searching.js`), which is told when somebody touches the search.
//
// Should a coming version of the theme ask for its index in another way, its search works as if this were not here.
(() => {
  const settings = window.dossierSearch;
  if (settings.between || window.location.protocol === "file:") return;
  const theme = () => {
    const config = JSON.parse(document.getElementById("__config").textContent);
    return { worker: config.search, base: new URL(config.base, window.location.href) };
  };

  class Between extends EventTarget {
    constructor(url, { base }, Native) {
      super();
      Object.assign(this, { url, base, Native, options: {}, ask: () => {} });
    }

    // What the theme sends: its settings and the index (0), or what was typed (2).
    postMessage({ type, data }) {
      if (type === 0) this.options = data.options;
      if (type === 2) this.ask(data);
    }

    // What the theme expects: that one may ask (1), or what was found (3).
    tell(type, data) {
      this.dispatchEvent(new MessageEvent("message", { data: { type, data } }));
    }

    terminate() {}
  }

  const NativeWorker = window.Worker;
  window.Worker = function Worker(url, options) {
    const known = theme();
    if (String(url) !== known.worker) return new NativeWorker(url, options);
    window.Worker = NativeWorker;
    settings.between = new Between(url, known, NativeWorker);
    return settings.between;
  };
  window.Worker.prototype = NativeWorker.prototype;

  // The theme asks for the index once, and is answered with its settings alone.
  const open = XMLHttpRequest.prototype.open;
  XMLHttpRequest.prototype.open = function (method, url, ...rest) {
    if (!String(url).endsWith("search/search_index.json") || !document.getElementById("__config")) {
      return open.call(this, method, url, ...rest);
    }
    XMLHttpRequest.prototype.open = open;
    const index = new Blob([JSON.stringify({ config: { separator: settings.separator }, docs: [] })]);
    const answer = () => setTimeout(() => this.dispatchEvent(new ProgressEvent("load")));
    return void Object.defineProperties(this, { status: { value: 200 }, response: { value: index }, send: { value: answer } });
  };
})();
