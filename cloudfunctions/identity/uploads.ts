import { createHash } from 'node:crypto'
import { DAY_MS, type Instant, MINUTE_MS } from '@domain/kernel/time'
import type { Transaction } from '@platform/transaction'
import { rosterFiles } from './store'

/** Longer than a check and its retries take: whoever comes later uploads the file again. */
const FILE_LIFE_MS = 10 * MINUTE_MS
/** As long as somebody may look at what a check has told before they let the same file be taken. */
export const READ_LIFE_MS = DAY_MS

/**
 * Notes which file is about to be read, so that the timer removes it should nobody else; a reading that begins anew notes
 * a later end. One request.
 */
export async function noteFile(fileId: string, now: Instant, lifeMs = FILE_LIFE_MS): Promise<void> {
  await rosterFiles.put({ _id: noteIdOf(fileId), fileId, expiresAt: now + lifeMs })
}

/**
 * Notes where uploads are about to lie, before there are any: where nobody ever speaks of them, because phone or call died
 * in between, the timer removes them when their time is over. One request, however many they are.
 */
export async function noteUploads(paths: readonly string[], now: Instant, lifeMs = DAY_MS): Promise<void> {
  await rosterFiles.put({
    _id: noteIdOf(paths.join(' ')),
    paths: [...paths],
    fileId: null,
    expiresAt: now + lifeMs,
  })
}

/** Lets a file stay that was noted, in the transaction of whatever keeps it. One request. */
export async function forgetFile(tx: Transaction, fileId: string): Promise<void> {
  await rosterFiles.in(tx).remove(noteIdOf(fileId))
}

/** By where it lies, so that an upload that was announced is noted once. */
const noteIdOf = (fileId: string) => createHash('sha256').update(fileId.replace(STORE, '')).digest('hex')

const STORE = /^cloud:\/\/[^/]+\//
