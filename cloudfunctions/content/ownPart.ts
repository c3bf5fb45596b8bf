import { _ } from '@platform/cloud'
import { formerPerson, type Leaving, type OwnTables } from '@platform/ownData'
import { readAll } from '@platform/readAll'
import type { Shift } from '@platform/shift'
import { articles, readings, versions } from './store'

/** What this room keeps about somebody: what they have read, liked, kept and confirmed, and the articles they wrote. */
export async function exportOf(employeeId: string): Promise<OwnTables<'readings' | 'articles'>> {
  const [read, written] = await Promise.all([
    readAll(readings, { employeeId }, '_id'),
    readAll(articles, { 'writer.employeeId': employeeId }, '_id'),
  ])
  return {
    readings: read.map(({ articleId, progress, liked, favourited, confirmed, confirmedAt }) => ({
      articleId,
      progress,
      liked,
      favourited,
      confirmedAt: confirmed ? confirmedAt : null,
    })),
    articles: written.map(({ _id, title, html, state, changedAt }) => ({
      articleId: _id,
      title,
      html,
      state,
      changedAt,
    })),
  }
}

const BLOCK = 50

/**
 * What was read goes; articles stay, signed by a former colleague, and so is what they wrote in those of others. Earlier
 * versions of an article are signed like itself.
 */
export async function forget({ employeeId, name, pseudonym }: Leaving, shift: Shift): Promise<boolean> {
  await readings.removeWhere({ employeeId })
  const former = formerPerson(pseudonym)
  for (;;) {
    if (shift.isOver()) return false
    const block = await articles.find({
      where: { writerIds: _.in([employeeId]) },
      orderBy: [['_id', 'desc']],
      limit: BLOCK,
    })
    for (const { _id, writer, writerIds } of block) {
      const isWriter = writer.employeeId === employeeId
      if (isWriter) await versions.updateWhere({ articleId: _id }, { 'words.byline': '' })
      for (const by of new Set([name, ...(isWriter ? [writer.name] : [])]))
        await versions.updateWhere({ articleId: _id, by }, { by: former.name })
      await articles.updateWhere(
        { _id },
        {
          writerIds: writerIds.map(id => (id === employeeId ? pseudonym : id)),
          ...(isWriter ? { writer: former, byline: '' } : {}),
        },
      )
    }
    if (block.length < BLOCK) return true
  }
}
