/// <reference lib="dom" />

/** A name for a file that is put into the storage, which nobody can guess. */
export async function newFileName(): Promise<string> {
  return [...crypto.getRandomValues(new Uint8Array(26))]
    .map(byte => byte.toString(16).padStart(2, '0'))
    .join('')
}
