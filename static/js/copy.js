/* A button that copies `data-copy` and says so. Without a script it is not shown (needs-script). */

import { toast } from "./toast.js";

export function enhance(button) {
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    toast({ text: button.dataset.textCopied });
  });
}
