import { isPicture } from '../kernel/pictures'

export const resumeLimits = { bytesMax: 10 * 1024 * 1024, nameMax: 80 } as const

/** What a résumé may be: what a phone in WeChat opens by itself, and a photo of paper. */
export const resumeKinds = ['pdf', 'docx', 'doc', 'jpg', 'jpeg', 'png'] as const
export type ResumeKind = (typeof resumeKinds)[number]

/** What a file is by the end of its name; null for what can't be a résumé. */
export function resumeKindOf(fileName: string): ResumeKind | null {
  const end = fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase()
  return resumeKinds.find(kind => kind === end) ?? null
}

/** How files of Word and PDF begin; `.docx` is a zip archive, `.doc` a compound file. */
const marks: Record<'pdf' | 'docx' | 'doc', readonly number[]> = {
  pdf: [0x25, 0x50, 0x44, 0x46, 0x2d],
  docx: [0x50, 0x4b, 0x03, 0x04],
  doc: [0xd0, 0xcf, 0x11, 0xe0],
}

export const isPictured = (kind: ResumeKind): kind is 'jpg' | 'jpeg' | 'png' =>
  kind === 'jpg' || kind === 'jpeg' || kind === 'png'

/** Whether a file is no larger than a résumé may be, and begins like what its name says it is. */
export function fitsAsResume(kind: ResumeKind, content: Uint8Array): boolean {
  if (content.length > resumeLimits.bytesMax) return false
  return isPictured(kind) ? isPicture(content) : marks[kind].every((byte, index) => content[index] === byte)
}
