import { Field } from '@/ui/field/Field'

interface Page {
  appId: string
  path: string
}

/** A page of somebody's mini program. */
export function MiniProgramFields({ draft, change }: { draft: Page; change: (part: Partial<Page>) => void }) {
  return (
    <>
      <Field
        label="小程序 AppID"
        value={draft.appId}
        maxLength={18}
        placeholder="wx 开头"
        onChange={appId => change({ appId })}
      />
      <Field
        label="打开哪一页"
        value={draft.path}
        maxLength={200}
        hint="空着就打开首页"
        onChange={path => change({ path })}
      />
    </>
  )
}
