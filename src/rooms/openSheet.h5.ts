/// <reference lib="dom" />

/** A browser saves a table by its link. */
export async function openSheet(url: string): Promise<void> {
  window.location.href = url
}
