import { afterSave, draftOf, emptyDraft, wordsOf } from '@/rooms/content/pages/draft/articleDraft'

const upload = 'cloud://wo.wo/uploads/a.png'
const copy = 'cloud://wo.wo/pictures/b.png'
const sent = { ...emptyDraft, lines: `第一段\n\n![早会](${upload})`, coverId: upload }
const saved = {
  version: 3,
  html: `<p>第一段</p><figure><img src="${copy}" alt="早会"><figcaption>早会</figcaption></figure>`,
  coverId: copy,
  attachments: [],
}

it('names the files by where they lie once they are saved', () => {
  expect(afterSave(sent, sent, saved)).toEqual({
    base: 3,
    lines: `第一段\n\n![早会](${copy})`,
    coverId: copy,
    attachments: [],
  })
})

it('keeps what was written while it was saved, with the files where they lie since', () => {
  const now = { ...sent, lines: `${sent.lines}\n\n又一段`, coverId: 'cloud://wo.wo/uploads/c.png' }
  const after = afterSave(sent, now, saved)
  expect(after.lines).toBe(`第一段\n\n![早会](${copy})\n\n又一段`)
  expect(after).not.toHaveProperty('coverId')
})

it('goes on from the version that was opened, and says nothing of it among the words', () => {
  const words = { ...wordsOf(sent), html: saved.html }
  expect(draftOf({ version: 7, words }).base).toBe(7)
  expect(words).not.toHaveProperty('base')
})
