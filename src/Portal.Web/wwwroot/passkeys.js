// Passkeys: asks the server for a challenge, the browser for an answer, and posts the answer with the form.
// Forms marked data-passkey="use" (sign in) or "new" (add one) carry the address of their options in data-options.
for (const form of document.querySelectorAll("form[data-passkey]")) {
  if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON) {
    tell(form, "This browser knows no passkeys. Use your password.");
    continue;
  }
  form.hidden = false;
  form.addEventListener("submit", async event => {
    if (form.elements.Credential.value) return; // answered: let it go
    event.preventDefault();
    const button = form.querySelector("button");
    button.disabled = true;
    try {
      form.elements.Credential.value = JSON.stringify(await ask(form));
      form.submit();
    } catch (problem) {
      button.disabled = false;
      tell(form, problem.name === "NotAllowedError"
        ? "Nothing was done: the request was closed, took too long, or there is no passkey for this address on this device."
        : "Nothing was done: the passkey could not be used. Load the page again and retry.");
    }
  });
}

async function ask(form) {
  const response = await fetch(form.dataset.options, {
    method: "POST",
    headers: { RequestVerificationToken: form.elements.__RequestVerificationToken.value },
  });
  if (!response.ok || response.redirected) throw new Error(`The server answered ${response.status}.`);
  const options = await response.json();
  return form.dataset.passkey === "new"
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
}

function tell(form, words) {
  const place = form.querySelector("[data-passkey-problem]");
  place.textContent = words;
  place.hidden = false;
}
