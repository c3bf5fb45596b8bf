import { minutesPresent, shardOf } from '@domain/live/presence'
import { _ } from '@platform/cloud'
import { formerPerson, type Leaving, type OwnTables } from '@platform/ownData'
import { readAll } from '@platform/readAll'
import type { Shift } from '@platform/shift'
import { broadcasts, draws, presences } from './store'

/** What this room keeps about somebody: which broadcasts they wanted to be called to, and how long they were there. */
export async function exportOf(employeeId: string): Promise<OwnTables<'broadcasts'>> {
  const hundredths = await readAll(presences, { shard: shardOf(employeeId) }, '_id')
  return {
    broadcasts: hundredths.flatMap(({ broadcastId, people }) => {
      const own = people[employeeId]
      return own
        ? [
            {
              broadcastId,
              reminded: own.wants ?? false,
              minutes: minutesPresent(own),
              coins: own.earned ?? null,
            },
          ]
        : []
    }),
  }
}

const BLOCK = 50

/** Presence goes; who has won or hosted stays as a former colleague. */
export async function forget({ employeeId, pseudonym }: Leaving, shift: Shift): Promise<boolean> {
  const own = `people.${employeeId}` as const
  await presences.updateWhere({ shard: shardOf(employeeId), [own]: _.exists(true) }, { [own]: _.remove() })
  const former = formerPerson(pseudonym)
  for (;;) {
    if (shift.isOver()) return false
    const [won, hosted] = await Promise.all([
      draws.find({ where: { 'winners.employeeId': employeeId }, limit: BLOCK, fields: ['_id', 'winners'] }),
      broadcasts.find({
        where: { hostIds: _.in([employeeId]) },
        limit: BLOCK,
        fields: ['_id', 'host', 'hostIds'],
      }),
    ])
    for (const { _id, winners } of won)
      for (const [place, winner] of winners.entries())
        if (winner.employeeId === employeeId)
          // Of this winner the name alone: the others may be paid meanwhile.
          await draws.updateWhere(
            { _id },
            { [`winners.${place}.employeeId`]: pseudonym, [`winners.${place}.name`]: former.name },
          )
    for (const { _id, host, hostIds } of hosted)
      await broadcasts.updateWhere(
        { _id },
        {
          hostIds: hostIds.map(id => (id === employeeId ? pseudonym : id)),
          ...(host.employeeId === employeeId ? { host: former } : {}),
        },
      )
    if (won.length < BLOCK && hosted.length < BLOCK) return true
  }
}
