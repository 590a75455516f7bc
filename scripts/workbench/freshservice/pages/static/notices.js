/* The product's own notices, shown at the top of the page. */
const place = document.querySelector('#notices');
const kinds = ['info', 'success', 'warning', 'danger', 'alert'];

export function showNotice({ type, title, message }) {
  const notice = document.createElement('div');
  notice.className = `notice is-${kinds.includes(type) ? type : 'info'}`;
  const strong = document.createElement('b');
  strong.textContent = title ?? '';
  notice.append(strong, title ? ' ' : '', String(message ?? ''));
  place.append(notice);
  setTimeout(() => notice.remove(), 6000);
}

/** A confirmation as the product shows it; resolves with the label that was pressed. */
export function confirmation({ title, message, saveLabel = 'Save', cancelLabel = 'Cancel' }) {
  const dialog = document.querySelector('#confirm');
  const [save, cancel] = dialog.querySelectorAll('button');
  dialog.querySelector('h2').textContent = title ?? '';
  dialog.querySelector('p').textContent = message ?? '';
  save.textContent = saveLabel;
  cancel.textContent = cancelLabel;
  dialog.showModal();
  return new Promise(resolve => {
    const finish = label => {
      clearTimeout(timer);
      dialog.close();
      resolve({ message: label });
    };
    const timer = setTimeout(() => finish(cancelLabel), 10_000);
    save.onclick = () => finish(saveLabel);
    cancel.onclick = () => finish(cancelLabel);
  });
}
