import { fileKinds } from '@domain/knowledge/document'

export interface PickedFile {
  fileId: string
  fileName: string
  bytes: number
}

/** A file that lies on the phone still. */
export interface ChosenFile {
  fileName: string
  bytes: number
  /**
   * @param cloudPath where it shall lie; anywhere where uploads do when absent
   * @returns the id of the upload; @throws what the storage threw
   */
  upload: (cloudPath?: string) => Promise<string>
}

/** The same, uploaded; undefined where nothing was chosen. */
export async function uploaded(chosen: ChosenFile | undefined): Promise<PickedFile | undefined> {
  if (!chosen) return undefined
  const { fileName, bytes } = chosen
  return { fileId: await chosen.upload(), fileName, bytes }
}

/** The endings of what a phone in WeChat can open. */
export const accepted: readonly string[] = fileKinds
