import { filmBytesMax } from '@domain/kernel/films'
import rule from '../../../cloudfunctions/platform/storageRule.json'
import { FILE_LIMIT_BYTES } from '../constants'

/** What clients may do in the storage: the rule that docs/release-checklist.md has set in the console. */

const lies = (cloudPath: string, folders: readonly string[]): boolean =>
  folders.some(folder => cloudPath.startsWith(folder))

/** Whether a client may put a file there; what functions keep elsewhere is theirs alone. */
export const isOpenToClients = (cloudPath: string): boolean => lies(cloudPath, rule.clientsWriteTheirOwnIn)

/** Whether only an address that a function has asked for opens a file there. */
export const isClosedToClients = (cloudPath: string): boolean => lies(cloudPath, rule.closedToClients)

/** How large one file may be, in bytes: a film is larger than anything else. */
export const bytesMaxOf = (cloudPath: string): number =>
  cloudPath.endsWith('.mp4') ? filmBytesMax : FILE_LIMIT_BYTES
