import {
  history,
  type StoryPart,
  safety,
  storyPartKeys,
  storyParts,
  sustainability,
} from '@domain/brand/story'
import { useState } from 'react'
import { api, usePullToRefresh, useQueryOf } from '@/api'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { Segments } from '@/ui/segments/Segments'
import { FilmSkeleton, Films } from './Films'
import './brand.scss'
import { Milestones } from './Milestones'
import { Values } from './Values'

type Part = 'films' | StoryPart

const segments = [
  { key: 'films', text: '影片' },
  ...storyPartKeys.map(key => ({ key, text: storyParts[key] })),
] as const satisfies readonly { key: Part; text: string }[]

const told = { history, safety, sustainability }

/** 走进沃尔沃: films, and what the company has done since 1927. All but the films is there without the network. */
export default function BrandPage() {
  const [part, setPart] = useState<Part>('films')
  const films = useQueryOf(api.brand.openFilms, {})
  usePullToRefresh(films.refetch)
  const nav = <Nav title="走进沃尔沃" />
  const header = <Segments segments={segments} value={part} onChange={setPart} />
  if (part !== 'films')
    return (
      <Screen nav={nav} header={header}>
        {part === 'values' ? <Values /> : <Milestones key={part} told={told[part]} />}
      </Screen>
    )
  return (
    <Screen
      nav={nav}
      header={header}
      query={films}
      skeleton={<FilmSkeleton />}
      isEmpty={shown => shown.films.length === 0}
      empty={{
        title: '还没有影片',
        sentence: '新的影片会先出现在这里。',
        action: { label: '看看历程', onTap: () => setPart('history') },
      }}
    >
      {shown => <Films films={shown.films} />}
    </Screen>
  )
}
