/** A4 in points. */
const PAGE = { width: 595, height: 842, margin: 64 }
const LINE_POINTS = 22
const SIZES = { title: 22, text: 12 }
const COLUMNS = Math.floor((PAGE.width - 2 * PAGE.margin) / SIZES.text)
const LINES_A_PAGE = Math.floor((PAGE.height - 2 * PAGE.margin) / LINE_POINTS)

/**
 * A PDF of a title and some paragraphs. The Chinese font is one of those that every reader brings along itself
 * (Adobe-GB1), so that a page of text is two kilobytes and no font has to be shipped.
 */
export function pdfOf(title: string, paragraphs: readonly string[]): Buffer {
  const lines = [...wrapped(title, 20), '', ...paragraphs.flatMap(text => [...wrapped(text, COLUMNS), ''])]
  const titleLines = wrapped(title, 20).length
  const pages: string[][] = []
  for (let from = 0; from < lines.length; from += LINES_A_PAGE)
    pages.push(lines.slice(from, from + LINES_A_PAGE))
  const contents = pages.map((page, index) => contentOf(page, index === 0 ? titleLines : 0))
  const pageIds = contents.map((_content, index) => 5 + 2 * index)
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pageIds.length} /Kids [${pageIds.map(id => `${id} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [4 0 R] >>',
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /W [1 95 500] /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >> >>`,
    ...contents.flatMap((content, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] /Resources << /Font << /F 3 0 R >> >> /Contents ${6 + 2 * index} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
  ]
  return assembled(objects)
}

/** Latin letters are half as wide as Chinese ones. */
function widthOf(letter: string): number {
  return letter.charCodeAt(0) < 0x80 ? 0.5 : 1
}

function wrapped(text: string, columns: number): string[] {
  const lines = ['']
  let width = 0
  for (const letter of text) {
    width += widthOf(letter)
    if (width > columns) {
      lines.push('')
      width = widthOf(letter)
    }
    lines[lines.length - 1] += letter
  }
  return lines
}

function contentOf(lines: readonly string[], titleLines: number): string {
  const written = lines.map((line, index) => {
    const size = index < titleLines ? SIZES.title : SIZES.text
    const y = PAGE.height - PAGE.margin - (index + 1) * LINE_POINTS
    return `/F ${size} Tf 1 0 0 1 ${PAGE.margin} ${y} Tm <${utf16(line)}> Tj`
  })
  return `BT\n${written.join('\n')}\nET`
}

function utf16(text: string): string {
  return Array.from({ length: text.length }, (_unit, index) =>
    text.charCodeAt(index).toString(16).padStart(4, '0'),
  ).join('')
}

/** The objects with the table that says where each begins. */
function assembled(objects: readonly string[]): Buffer {
  let body = '%PDF-1.5\n'
  const offsets = objects.map((object, index) => {
    const offset = body.length
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const count = objects.length + 1
  const end = `trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`
  return Buffer.from(`${body}xref\n0 ${count}\n0000000000 65535 f \n${table}${end}`, 'latin1')
}
