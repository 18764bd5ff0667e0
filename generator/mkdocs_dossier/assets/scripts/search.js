// Widens what is typed into the theme's search.

// A query is looked for as it was typed and without its diacritics: every name stands in the index
// without them too. Material has no setting for this, so the message to its search worker is widened;
// should its form ever change, the query goes through as it was typed.
const QUERY = 2;
const bare = (text) => text.normalize("NFD").replace(/[\p{M}ʿʾʼ]/gu, "").normalize("NFC");
const widen = (message) => {
  if (!message || message.type !== QUERY || typeof message.data !== "string") return message;
  const folded = bare(message.data);
  return folded === message.data ? message : { ...message, data: `${message.data} ${folded}` };
};
if (!Worker.prototype.dossierSends) {
  Worker.prototype.dossierSends = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message, ...rest) {
    return this.dossierSends(widen(message), ...rest);
  };
}
