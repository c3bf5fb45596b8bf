import { Options } from '@/rooms/Options'
import { Field } from '@/ui/field/Field'
import type { FilmDraft } from '../../filmDraft'

const ways = [
  { key: 'none', text: '还没有影片' },
  { key: 'address', text: '视频地址' },
  { key: 'channels', text: '视频号' },
] as const

interface SourceFieldsProps {
  draft: FilmDraft
  change: (part: Partial<FilmDraft>) => void
}

/** Where the film can be seen. */
export function SourceFields({ draft, change }: SourceFieldsProps) {
  return (
    <>
      <Options label="在哪里看" options={ways} value={draft.way} onChange={way => change({ way })} />
      {draft.way === 'address' ? (
        <Field
          label="视频地址"
          value={draft.url}
          maxLength={400}
          placeholder="https://"
          onChange={url => change({ url })}
        />
      ) : null}
      {draft.way === 'channels' ? (
        <>
          <Field
            label="视频号 ID"
            value={draft.finderUserName}
            maxLength={64}
            placeholder="sph 开头，在视频号助手里看"
            onChange={finderUserName => change({ finderUserName })}
          />
          <Field
            label="视频的 feedId"
            value={draft.feedId}
            maxLength={200}
            onChange={feedId => change({ feedId })}
          />
        </>
      ) : null}
    </>
  )
}
