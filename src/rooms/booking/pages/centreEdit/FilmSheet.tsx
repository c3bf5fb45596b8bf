import { centreFilmLimits } from '@domain/booking/centreFilm'
import { sayLength } from '@domain/brand/film'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, useCommand } from '@/api'
import { PictureRow } from '@/rooms/PictureRow'
import { pickFilm } from '@/rooms/pickFilm'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Field } from '@/ui/field/Field'
import { ListRow } from '@/ui/listRow/ListRow'
import { Options } from '@/ui/options/Options'
import { Sheet } from '@/ui/sheet/Sheet'
import { toast } from '@/ui/toast/store'
import { deskQueries } from '../../outdated'
import { type FilmDraft, filmDraftOf, filmProblem, toFilm } from './filmDraft'

type Centre = Output<typeof api.booking.openCentreForm>['centre']

const ways = [
  { key: 'kept', text: '现在这部' },
  { key: 'upload', text: '上传影片' },
  { key: 'address', text: '公司地址' },
] as const

interface FieldsProps {
  draft: FilmDraft
  change: (part: Partial<FilmDraft>) => void
  film: Centre['film']
}

function Source({ draft, change, film }: FieldsProps) {
  const choose = async () => {
    const picked = await pickFilm()
    if (!picked) return
    change({
      uploadId: picked.fileId,
      ...(picked.seconds > 0 ? { length: sayLength(picked.seconds) } : {}),
      ...(picked.posterFileId ? { posterId: picked.posterFileId } : {}),
    })
  }
  const offered = film?.fileId.startsWith('cloud://') ? ways : ways.filter(({ key }) => key !== 'kept')
  return (
    <>
      <Options label="影片在哪里" options={offered} value={draft.way} onChange={way => change({ way })} />
      {draft.way === 'upload' ? (
        <Button kind="secondary" icon="play" block onTap={choose}>
          {draft.uploadId === null ? '选一部影片' : '换一部影片'}
        </Button>
      ) : null}
      {draft.way === 'upload' ? (
        <View className="t12 secondary">
          {draft.uploadId === null ? 'MP4，50 MB 以内；更长的放在公司的存储里，填地址' : '影片传好了'}
        </View>
      ) : null}
      {draft.way === 'address' ? (
        <Field
          label="影片地址"
          value={draft.url}
          maxLength={400}
          placeholder="https://"
          hint="公司存储里的 MP4，大家都能打开的地址"
          onChange={url => change({ url })}
        />
      ) : null}
    </>
  )
}

function Fields({ draft, change, film }: FieldsProps) {
  return (
    <View className="column gap-12">
      <Source draft={draft} change={change} film={film} />
      <Field
        label="影片标题"
        value={draft.title}
        maxLength={centreFilmLimits.titleMax}
        placeholder="走进来，慢慢看"
        onChange={title => change({ title })}
      />
      <Field
        label="片长"
        value={draft.length}
        maxLength={8}
        placeholder="1:20"
        onChange={length => change({ length })}
      />
      <PictureRow
        title="影片封面"
        meta="横的，16 : 9；不选就用中心的封面"
        fileId={draft.posterId ?? film?.posterFileId ?? null}
        onChange={posterId => change({ posterId })}
      />
    </View>
  )
}

function FilmSheet({ centre, open, onClose }: { centre: Centre; open: boolean; onClose: () => void }) {
  const { centreId, film, filmVersion: version } = centre
  const [draft, setDraft] = useState(() => filmDraftOf(film))
  const change = (part: Partial<FilmDraft>) => setDraft(before => ({ ...before, ...part }))
  const save = useCommand(api.booking.saveCentreFilm, {
    outdates: [...deskQueries, api.booking.openCentreForm],
    onDone: () => {
      onClose()
      toast.show('存好了，中心的页面上就能看到')
    },
  })
  const problem = filmProblem(draft)
  return (
    <Sheet
      open={open}
      title="中心的影片"
      onClose={onClose}
      note={problem ?? '存好就换上，随时可以再改'}
      action={
        <>
          {film ? (
            <Button kind="secondary" onTap={() => save.run({ centreId, version, film: null })}>
              拿掉影片
            </Button>
          ) : null}
          <Button
            disabled={problem !== undefined}
            onTap={() => save.run({ centreId, version, film: toFilm(draft) })}
          >
            保存影片
          </Button>
        </>
      }
    >
      <Fields draft={draft} change={change} film={film} />
    </Sheet>
  )
}

/** The film of the centre: kept by itself, whatever becomes of the rest of the form. */
export function FilmFields({ centre }: { centre: Centre }) {
  const [open, setOpen] = useState(false)
  const { film, filmVersion } = centre
  return (
    <>
      <Card padding="none">
        <ListRow
          lead="play"
          plain
          title={film ? film.title : '放一部影片'}
          meta={film ? `影片 ${sayLength(film.seconds)}，点开可以换` : '走进中心之前，先看一眼'}
          onTap={() => setOpen(true)}
        />
      </Card>
      <FilmSheet key={filmVersion} centre={centre} open={open} onClose={() => setOpen(false)} />
    </>
  )
}
