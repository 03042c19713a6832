/** Hands a file to the browser to be saved. */
export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has begun to read it by then; a moment's delay, because some only begin after the click.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 10_000);
}
