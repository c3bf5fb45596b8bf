import { platformKindKeys, platformKinds } from '@domain/live/platform'
import { Field } from '@/ui/field/Field'
import { Options } from '@/ui/options/Options'
import { MiniProgramFields } from '../../MiniProgramFields'
import type { FieldsProps } from './fields'

const kinds = platformKindKeys.map(key => ({ key, text: platformKinds[key].zh }))

/** By whom else it is shown. */
export function PlatformFields({ draft, change, webHosts }: FieldsProps & { webHosts: readonly string[] }) {
  return (
    <>
      <Options label="在哪里播" options={kinds} value={draft.kind} onChange={kind => change({ kind })} />
      {draft.kind === 'channels' ? (
        <Field
          label="视频号 ID"
          value={draft.finderUserName}
          maxLength={64}
          placeholder="sph 开头，在视频号助手里看"
          onChange={finderUserName => change({ finderUserName })}
        />
      ) : null}
      {draft.kind === 'web' ? (
        <Field
          label="直播网址"
          value={draft.url}
          maxLength={400}
          placeholder="https://"
          hint={webHosts.length > 0 ? `只能用 ${webHosts.join('、')}` : '还没有登记可用的域名，请联系管理员'}
          onChange={url => change({ url })}
        />
      ) : null}
      {draft.kind === 'miniProgram' ? <MiniProgramFields draft={draft} change={change} /> : null}
    </>
  )
}
