import { fileKinds } from '@domain/knowledge/document'

export interface PickedFile {
  fileId: string
  fileName: string
  bytes: number
}

/** The endings of what a phone in WeChat can open. */
export const accepted: readonly string[] = fileKinds
