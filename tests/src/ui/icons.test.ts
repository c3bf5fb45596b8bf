import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readDrawings, renderDrawings, renderScss, renderTypes, toDataUri } from '../../../tools/build/icons'

const root = path.resolve(__dirname, '../../..')
const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" fill="none" stroke="currentColor" stroke-width="1.5" viewBox="0 0 24 24"><path d="M12 19.750h.010M10.0 100.5"/></svg>\n'

describe('icon generator', () => {
  it('gives a data URI that is the same drawing in fewer bytes', () => {
    const uri = toDataUri(svg)
    expect(uri).not.toMatch(/["<>#]/)
    expect(decodeURIComponent(uri.replace('data:image/svg+xml,', ''))).toBe(
      "<svg xmlns='http://www.w3.org/2000/svg' fill='none' stroke='#000' stroke-width='1.5' viewBox='0 0 24 24'><path d='M12 19.75h.01M10 100.5'/></svg>",
    )
  })

  it('draws a filled heart, and a stronger stroke where an icon is shown at 16 px', () => {
    const scss = renderScss([
      { name: 'heart', svg },
      { name: 'next', svg },
    ])
    expect(scss).toMatch(/\.icon--heart-filled \{\n {2}--icon: url\("[^"]*fill='%23000'/)
    expect(scss).toMatch(/\.icon--next\.icon--small \{\n {2}--icon: url\("[^"]*stroke-width='1\.75'/)
  })

  it.each([
    ['src/ui/icon/icons.gen.scss', () => renderScss(readDrawings(path.join(root, 'src/assets/icons')))],
    ['src/ui/icon/icons.gen.ts', () => renderTypes(readDrawings(path.join(root, 'src/assets/icons')))],
    [
      'src/ui/drawing/drawings.gen.scss',
      () => renderDrawings(readDrawings(path.join(root, 'src/assets/drawings'))),
    ],
  ])('has been run since the drawings changed: %s', (file, write) => {
    expect(readFileSync(path.join(root, file), 'utf8')).toBe(write())
  })
})
