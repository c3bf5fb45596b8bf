/// <reference lib="dom" />

/** Opens a document's file in a tab of its own, which must be there before the address has come: later it is blocked. */
export async function openFile(find: () => Promise<{ url: string } | undefined>): Promise<void> {
  const tab = window.open('about:blank', '_blank')
  const file = await find()
  if (!file) tab?.close()
  else if (tab) tab.location.href = file.url
  else window.location.href = file.url
}
