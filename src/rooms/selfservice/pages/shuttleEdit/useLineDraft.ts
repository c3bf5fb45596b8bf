import type { Direction, Line } from '@domain/selfservice/network'
import { knownOf, type Problem, problemsOfLine } from '@domain/selfservice/validity'
import { useState } from 'react'
import { api, type Output, useCommand } from '@/api'
import { backOr } from '@/rooms/open'
import { useDraft } from '@/rooms/useDraft'
import { toast } from '@/ui/toast/store'
import { draftQueries } from '../../outdated'
import { wayBack, withDirection } from '../../shuttle/lineDraft'

export type Opened = Output<typeof api.selfservice.openDraftLine>

/** The line as it stands in the editor; the cloud has it once it is saved. */
export function useLineDraft(opened: Opened) {
  const { version, published } = opened
  // Of the draft as it was read: when somebody else has saved, nothing is put over that.
  const kept = `selfservice.line.${version.versionId}.${opened.line.lineId}.${version.revision}`
  const { draft: line, change: changeLine, drop, forget } = useDraft<Line>(kept, opened.line)
  const [directionId, setDirectionId] = useState<Direction['directionId']>(
    opened.line.directions[0]?.directionId ?? '0',
  )
  const save = useCommand(api.selfservice.saveLine, {
    outdates: draftQueries,
    onDone: () => {
      forget()
      toast.show('存进草稿了，发布以后才变')
      void backOr('selfservice/shuttleDesk')
    },
  })
  const direction = line.directions.find(one => one.directionId === directionId) ?? line.directions[0]
  const problems: Problem[] = problemsOfLine(line, knownOf(opened))
  return {
    ...{ line, direction, directionId, setDirectionId, problems },
    /** As it is published. */
    publishedWay: published?.directions.find(one => one.directionId === directionId),
    isChanged: JSON.stringify(line) !== JSON.stringify(opened.line),
    changeLine,
    discard: drop,
    change: (next: Direction) => changeLine(withDirection(line, next.directionId, () => next)),
    addWayBack: () => {
      const [there] = line.directions
      if (!there || line.directions.length > 1) return
      const stop = opened.stops.find(({ stopId }) => stopId === there.stopIds[0])
      const back = wayBack(there, stop?.name ?? '')
      changeLine({ directions: [...line.directions, back] })
      setDirectionId(back.directionId)
    },
    save: () => save.run({ versionId: version.versionId, revision: version.revision, line }),
  }
}
