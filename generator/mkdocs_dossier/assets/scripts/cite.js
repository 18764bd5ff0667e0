// Copies citations.

const makeCopyable = (details) => {
  const code = details.querySelector("pre > code");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "dossier-copy";
  button.textContent = say("copy", "Copy");
  details.append(button);
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(code.textContent);
      button.textContent = say("copied", "Copied");
    } catch {
      getSelection().selectAllChildren(code);
      button.textContent = say("selected", "Selected: copy it with the keyboard");
    }
  });
};

each(".dossier-cite", makeCopyable);
