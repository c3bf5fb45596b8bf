const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** A workbook with one sheet of texts, the least that Excel opens without a word. */
export function xlsxOf(sheet: string, rows: readonly (readonly string[])[]): Buffer {
  const relation = (type: string, target: string) =>
    `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/${type}" Target="${target}"/></Relationships>`
  return zipped([
    [
      '[Content_Types].xml',
      `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${SPREADSHEET}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SPREADSHEET}.worksheet+xml"/></Types>`,
    ],
    ['_rels/.rels', relation('officeDocument', 'xl/workbook.xml')],
    ['xl/_rels/workbook.xml.rels', relation('worksheet', 'worksheets/sheet1.xml')],
    [
      'xl/workbook.xml',
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${escaped(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      'xl/worksheets/sheet1.xml',
      `${XML}<worksheet xmlns="${MAIN}"><cols><col min="1" max="12" width="22" customWidth="1"/></cols><sheetData>${rows.map(rowOf).join('')}</sheetData></worksheet>`,
    ],
  ])
}

function rowOf(cells: readonly string[], index: number): string {
  const written = cells.map((text, column) => {
    const place = `${String.fromCharCode(65 + column)}${index + 1}`
    return `<c r="${place}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`
  })
  return `<row r="${index + 1}">${written.join('')}</row>`
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
}

const VERSION = 20
/** 1 January 2026, as MS-DOS writes a day. */
const DOS_DAY = ((2026 - 1980) << 9) | (1 << 5) | 1

/** A zip of small files as they are, uncompressed (APPNOTE 4.3). */
function zipped(files: readonly (readonly [name: string, text: string])[]): Buffer {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [name, text] of files) {
    const path = Buffer.from(name)
    const content = Buffer.from(text)
    const facts = factsOf(content, path)
    const local = Buffer.concat([
      numbers([4, 0x04034b50], [2, VERSION]),
      facts,
      numbers([2, 0]),
      path,
      content,
    ])
    const entry = [numbers([4, 0x02014b50], [2, VERSION], [2, VERSION]), facts]
    central.push(...entry, numbers([2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]), path)
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(central)
  const count = files.length
  const end = numbers(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, directory.length],
    [4, offset],
  )
  return Buffer.concat([...locals, directory, end, numbers([2, 0])])
}

/** Flags (names are UTF-8), method, time, day, checksum, both sizes, length of the name. */
function factsOf(content: Buffer, path: Buffer): Buffer {
  const { length } = content
  return numbers(
    [2, 0x0800],
    [2, 0],
    [2, 0],
    [2, DOS_DAY],
    [4, checksum(content)],
    [4, length],
    [4, length],
    [2, path.length],
  )
}

/** Little-endian numbers of so many bytes. */
function numbers(...all: readonly (readonly [bytes: number, value: number])[]): Buffer {
  return Buffer.concat(
    all.map(([bytes, value]) => {
      const written = Buffer.alloc(bytes)
      written.writeUIntLE(value, 0, bytes)
      return written
    }),
  )
}

/** CRC-32 of ISO 3309, bit by bit: the files are small. */
function checksum(content: Buffer): number {
  let crc = 0xffffffff
  for (const byte of content) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return (crc ^ 0xffffffff) >>> 0
}
