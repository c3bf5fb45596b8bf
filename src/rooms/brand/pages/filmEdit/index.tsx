import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, useCommand, useQueryOf } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { PictureRow } from '@/rooms/PictureRow'
import { SaveBar } from '@/rooms/SaveBar'
import { backFromSaved } from '@/rooms/saved'
import { usePageParams } from '@/rooms/usePageParams'
import { Field } from '@/ui/field/Field'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { draftOfFilm, emptyFilm, type FilmDraft, filmProblem, wordsOfFilm } from '../../filmDraft'
import { ShownRow } from '../../ShownRow'
import { Chapters } from './Chapters'
import { SourceFields } from './SourceFields'
import { WordFields } from './WordFields'
import '../../edit.scss'

type Film = Output<typeof api.brand.openFilm>['film']

const outdates = [api.brand.openFilms, api.brand.openFilm, api.brand.openDesk] as const

function Form({ film }: { film: Film | undefined }) {
  const [draft, setDraft] = useState(() => (film ? draftOfFilm(film) : emptyFilm))
  const change = (part: Partial<FilmDraft>) => setDraft(before => ({ ...before, ...part }))
  const save = useCommand(api.brand.saveFilm, {
    outdates,
    onDone: () => backFromSaved('brand/desk'),
  })
  const problem = filmProblem(draft, film !== undefined)
  const send = () =>
    save.run({
      ...(film ? { of: { filmId: film.filmId, version: film.version } } : {}),
      words: wordsOfFilm(draft),
      ...(draft.coverFileId ? { coverFileId: draft.coverFileId } : {}),
    })
  return (
    <View className="brand-edit">
      <PictureRow
        title="封面"
        meta="横的，16 : 9 最合适"
        fileId={draft.coverFileId ?? film?.coverFileId ?? null}
        onChange={coverFileId => change({ coverFileId })}
      />
      <WordFields draft={draft} change={change} />
      <SourceFields draft={draft} change={change} />
      <Chapters chapters={draft.chapters} onChange={chapters => change({ chapters })} />
      <Field
        label="排第几"
        type="number"
        value={draft.order}
        maxLength={3}
        hint="小的在前，第一部显示成大图"
        onChange={order => change({ order })}
      />
      <ShownRow shown={draft.shown} onChange={shown => change({ shown })} />
      <SaveBar problem={problem} onSave={send} />
    </View>
  )
}

/** 加和改影片. */
export default function FilmEditPage() {
  const { filmId } = usePageParams()
  const query = useQueryOf(
    api.brand.openFilm,
    { filmId: filmId ?? '' },
    { enabled: filmId !== undefined, staleMs: 0, kept: false },
  )
  const nav = <Nav title={filmId ? '改影片' : '加一部影片'} close />
  if (!filmId)
    return (
      <Screen column nav={nav} side={<DeskMenu here="brand/desk" />} ownBar>
        <Form film={undefined} />
      </Screen>
    )
  return (
    <Screen
      column
      nav={nav}
      side={<DeskMenu here="brand/desk" />}
      query={query}
      skeleton={<SkeletonRows count={5} />}
      ownBar
    >
      {({ film }) => <Form key={film.version} film={film} />}
    </Screen>
  )
}
