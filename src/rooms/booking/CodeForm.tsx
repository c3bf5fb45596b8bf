import { View } from '@tarojs/components'
import { Button } from '@/ui/button/Button'
import { canScan, scanCode } from '@/ui/device/scan'
import { Field } from '@/ui/field/Field'
import type { IconName } from '@/ui/icon/Icon'
import './codeForm.scss'
import { readCode } from './scanQueue'

export interface CodeFormProps {
  /** "扫入场码" */
  scanLabel: string
  /** A desk scans all day: a larger face for it. */
  large?: boolean
  label: string
  placeholder: string
  icon?: IconName
  maxLength: number
  typed: string
  onTyped: (typed: string) => void
  /** @returns whether it was a code */
  scan: (text: string) => Promise<boolean>
}

/** Where somebody is let in: scan, or type what the ticket says. */
export function CodeForm({ scanLabel, large = false, typed, onTyped, scan, ...field }: CodeFormProps) {
  const enter = async () => {
    if (await scan(typed)) onTyped('')
  }
  const camera = async () => {
    const read = await scanCode()
    if (read !== undefined) await scan(read)
  }
  return (
    <>
      {canScan ? (
        <View className={large ? 'code-form__large' : ''}>
          <Button block icon="qr" onTap={camera}>
            {scanLabel}
          </Button>
        </View>
      ) : null}
      <View className="code-form__typed">
        <View className="grow">
          <Field
            {...field}
            value={typed}
            onChange={onTyped}
            onConfirm={() => void (readCode(typed) && enter())}
          />
        </View>
        <Button
          kind={canScan ? 'secondary' : 'primary'}
          size="small"
          disabled={readCode(typed) === undefined}
          onTap={enter}
        >
          签到
        </Button>
      </View>
    </>
  )
}
