/// <reference lib="dom" />

/** Opens a file in a tab of its own, which must be there before the address has come: later it is blocked. */
export async function openAttachment(find: () => Promise<{ url: string }>): Promise<void> {
  const tab = window.open('about:blank', '_blank')
  const { url } = await find()
  if (tab) tab.location.href = url
  else window.location.href = url
}
