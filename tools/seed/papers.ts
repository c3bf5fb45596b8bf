import type {
  Edition,
  EditionDocument,
  LookDocument,
  LookKind,
  PaperDocument,
  TallyDocument,
} from '../../cloudfunctions/knowledge/store'
import { termsOf } from '../../domain/forum/words'
import { DAY_MS, dayOf } from '../../domain/kernel/time'
import { readerKeysFor } from '../../domain/knowledge/document'
import { LOCAL_ENVIRONMENT } from '../local-cloud/constants'
import { type PaperTold, papersTold } from './papersTold'
import { pdfOf } from './pdf'
import { personOf } from './people'
import type { World } from './world'
import { xlsxOf } from './xlsx'

type Kind = Edition['kind']

const kindOf = ({ rows }: PaperTold): Kind => (rows ? 'xlsx' : 'pdf')

/** Under a name that nobody guesses, as the functions put an upload there. */
function cloudPathOf(paper: PaperTold, number: number): string {
  return `documents/demo-${paper.id}-${number}.${kindOf(paper)}`
}

function contentOf({ title, text = [], rows }: PaperTold, number: number): Buffer {
  return rows ? xlsxOf(title, rows) : pdfOf(title, [`第 ${number} 版`, ...text])
}

/** Every edition's file. */
export function paperFiles(): { path: string; content: Buffer }[] {
  return papersTold.flatMap(paper =>
    paper.editions.map((_edition, index) => ({
      path: cloudPathOf(paper, index + 1),
      content: contentOf(paper, index + 1),
    })),
  )
}

function editionsOf(world: World, paper: PaperTold): Edition[] {
  return paper.editions.map(({ daysAgo, note }, index) => ({
    number: index + 1,
    fileId: `cloud://${LOCAL_ENVIRONMENT.envId}.${LOCAL_ENVIRONMENT.bucket}/${cloudPathOf(paper, index + 1)}`,
    fileName: `${paper.title}.${kindOf(paper)}`,
    kind: kindOf(paper),
    bytes: contentOf(paper, index + 1).length,
    note,
    at: world.calendar.at(daysAgo, '10:20'),
    by: world.who('mengchuan').name,
  }))
}

/** The day on which a document ends, seen from now. */
function endOf({ calendar }: World, { endsInDays }: PaperTold): string | null {
  return endsInDays === undefined ? null : dayOf(calendar.now + endsInDays * DAY_MS)
}

function paperOf(world: World, paper: PaperTold): PaperDocument {
  const { id, title, summary, category, owner, departments = [], state = 'live' } = paper
  const expiresOn = endOf(world, paper)
  return {
    _id: id,
    title,
    summary,
    category,
    state,
    edition: editionsOf(world, paper).at(-1) as Edition,
    owner: personOf(world.who(owner)),
    departments: [...departments],
    readerKeys: readerKeysFor(departments),
    terms: termsOf(`${title}\n${summary}`),
    expiresOn,
    warnedOf: expiresOn,
    version: paper.editions.length,
  }
}

/** The words that were looked up most, and by how many. */
const lookedUp: readonly (readonly [termId: string, people: number])[] = [
  ['bms', 41],
  ['soc', 33],
  ['zero-lti', 30],
  ['sop', 27],
  ['spa2', 24],
  ['blis', 22],
  ['cold-soak', 17],
  ['fika', 15],
  ['takt', 12],
  ['belt', 9],
]

interface Counted {
  looks: LookDocument[]
  tally: TallyDocument
}

/** Who has looked, and the tally that the timer made of it: the first of them have opened the file as well. */
function lookedAt(
  { roster, chance }: World,
  kind: LookKind,
  id: string,
  figures: readonly number[],
): Counted {
  const [people = 0, downloads = 0] = figures
  const subject = `${kind}:${id}`
  const registered = roster.filter(({ boundAt, status }) => boundAt !== null && status === 'active')
  const looks = chance.sample(registered, people).map(
    ({ _id }, index): LookDocument => ({
      _id: `${subject}:${_id}`,
      subject,
      downloaded: index < downloads,
      uncountedSince: 0,
    }),
  )
  return { looks, tally: { _id: subject, kind, people: looks.length, downloads } }
}

export function papersOf(world: World) {
  const counted = [
    ...papersTold.map(({ id, figures }) => lookedAt(world, 'document', id, figures)),
    ...lookedUp.map(([id, people]) => lookedAt(world, 'term', id, [people, 0])),
  ]
  return {
    papers: papersTold.map(paper => paperOf(world, paper)),
    editions: papersTold.flatMap(paper =>
      editionsOf(world, paper).map(
        (edition): EditionDocument => ({
          _id: `${paper.id}.${edition.number}`,
          documentId: paper.id,
          ...edition,
          ...(edition.number < paper.editions.length
            ? { readerKeys: readerKeysFor(paper.departments ?? []) }
            : {}),
        }),
      ),
    ),
    looks: counted.flatMap(({ looks }) => looks),
    tallies: counted.map(({ tally }) => tally),
  }
}
