import { useState } from 'react'
import { toast } from '@/ui/toast/store'
import type { ScanAnswer } from './ScanResults'
import { type DoorList, heldScans, readCode, type Scan } from './scanQueue'
import { useFlush, useScanQueue } from './useScanQueue'

/** So many answers are kept in sight. */
const SHOWN_MAX = 3

/**
 * What is scanned, and what the cloud has answered: the outcomes are for the command that lets people in.
 * @param doorId one queue for one door
 */
export function useScanned<Result extends { code: string }>(
  doorId: string,
  answerOf: (result: Result) => ScanAnswer,
) {
  const scans = useScanQueue(`scans.${doorId}`)
  const [results, setResults] = useState<readonly ScanAnswer[]>([])
  const onDone = ({ results: answered }: { results: readonly Result[] }) => {
    scans.answered(answered)
    setResults(before => [...answered.map(answerOf).reverse(), ...before].slice(0, SHOWN_MAX))
  }
  return { scans, results, outcomes: { onDone, onError: scans.refused } }
}

interface Door {
  scanned: Pick<ReturnType<typeof useScanned>, 'scans' | 'results'>
  /** Lets in whom the codes belong to; undefined: the cloud was not reached, or refused. */
  letIn: (scans: Scan[]) => Promise<unknown>
  /** Said of what is no code at all. */
  notACode: string
  /** Whom the door expects, as far as the phone knows. */
  list: DoorList
}

/**
 * A door where people are let in by ticket, digits or a tap on the list, with or without a network: each scan is put down
 * with its time and sent as soon as the cloud can be reached; until then the phone's own list says whose it is.
 */
export function useDoorScans({ scanned: { scans, results }, letIn, notACode, list }: Door) {
  const flush = useFlush(scans, letIn)
  const enter = async (code: string) => {
    scans.put(code)
    await flush()
  }
  const scan = async (text: string): Promise<boolean> => {
    const code = readCode(text)
    if (code === undefined) {
      toast.show(notACode)
      return false
    }
    await enter(code)
    return true
  }
  const waiting = heldScans(scans.queue, list)
  const held: ReadonlySet<string> = new Set(waiting.map(({ code, placeId }) => placeId ?? code))
  return { waiting, held, results, scan, enter, flush }
}

export type DoorScans = ReturnType<typeof useDoorScans>
