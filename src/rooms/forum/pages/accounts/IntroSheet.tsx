import { INTRO_CHARACTERS_MAX } from '@domain/forum/accounts'
import { useState } from 'react'
import { api, useCommand } from '@/api'
import { Button } from '@/ui/button/Button'
import { Field } from '@/ui/field/Field'
import { Sheet } from '@/ui/sheet/Sheet'
import { toast } from '@/ui/toast/store'
import type { OwnAccount } from './AccountCard'

interface IntroSheetProps {
  account: OwnAccount
  open: boolean
  onClose: () => void
}

/** What an account is for, written anew. */
export function IntroSheet({ account: { accountId, name, intro }, open, onClose }: IntroSheetProps) {
  const [written, setWritten] = useState(intro)
  const words = written.trim()
  const missing =
    [...words].length < 2 ? '写一句介绍，至少两个字' : words === intro ? '和现在的一样' : undefined
  const { run } = useCommand(api.forum.editAccount, {
    outdates: [api.forum.openAccounts, api.forum.openAuthor],
    onDone: () => {
      toast.show('改好了')
      onClose()
    },
  })
  return (
    <Sheet
      open={open}
      title={`${name}的介绍`}
      onClose={onClose}
      missing={missing}
      note="同事在账号主页看到，一分钟内更新；谁改的会留记录。"
      action={
        <Button block disabled={missing !== undefined} onTap={() => run({ accountId, intro: words })}>
          保存
        </Button>
      }
    >
      <Field
        label="介绍"
        value={written}
        onChange={setWritten}
        maxLength={INTRO_CHARACTERS_MAX}
        placeholder="一句话，说说这个账号讲什么"
      />
    </Sheet>
  )
}
