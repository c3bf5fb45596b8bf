import { type DocumentCategory, documentCategories, documentCategoryKeys } from '@domain/knowledge/document'
import { useState } from 'react'
import { Chip, ChipRow } from '@/ui/chip/Chip'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SearchField } from '@/ui/searchField/SearchField'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { useGlossary } from '../../useGlossary'
import { Found } from './Found'
import { Glossary } from './Glossary'
import './library.scss'
import { Shelf, useShelf } from './Shelf'

type Part = 'words' | DocumentCategory

/** 知识库: the words of the house and its papers, by letter, by field, by search. */
export default function LibraryPage() {
  const [part, setPart] = useState<Part>('words')
  const [typed, setTyped] = useState('')
  const glossary = useGlossary()
  const isWords = part === 'words'
  const { pages, screen } = useShelf(isWords ? 'policy' : part, { enabled: !isWords })
  const text = typed.trim()
  const choose = (chosen: Part) => {
    setPart(chosen)
    setTyped('')
  }
  const nav = <Nav title="知识库" />
  const count = glossary.data?.terms.length
  const counts = pages.data?.pages[0]?.counts
  const header = (
    <>
      <SearchField value={typed} placeholder="搜一个词，或一份制度" onChange={setTyped} />
      <ChipRow>
        <Chip on={isWords} onTap={() => choose('words')}>
          {count === undefined ? '词' : `词 ${count}`}
        </Chip>
        {documentCategoryKeys.map(category => (
          <Chip key={category} on={part === category} onTap={() => choose(category)}>
            {documentCategories[category]}
            {counts?.[category] ? ` ${counts[category]}` : ''}
          </Chip>
        ))}
      </ChipRow>
    </>
  )
  const skeleton = <SkeletonRows count={6} />
  if (isWords || text !== '')
    return (
      <Screen nav={nav} header={header} query={glossary} skeleton={skeleton}>
        {({ terms }) => (text === '' ? <Glossary terms={terms} /> : <Found terms={terms} typed={text} />)}
      </Screen>
    )
  return (
    <Screen
      nav={nav}
      header={header}
      query={screen}
      skeleton={skeleton}
      isEmpty={shown => shown.every(({ documents }) => documents.length === 0)}
      empty={{
        title: `还没有${documentCategories[part]}`,
        sentence: '对你的部门开放的文件会放在这里。',
        action: { label: '看看词库', onTap: () => choose('words') },
      }}
    >
      <Shelf pages={pages} />
    </Screen>
  )
}
