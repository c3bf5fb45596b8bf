import { View } from '@tarojs/components'
import type { ApiError } from '@/api'
import { spokenAs } from '@/ui/a11y/spoken'
import './unreadFile.scss'

/** What is wrong with a file is mended elsewhere, words in hand: it is said on the page, and not in passing. */
export const isOfFile = ({ kind }: ApiError): boolean => kind === 'invalid'

/** Why the file that was chosen could not be read; nothing where it could. */
export function UnreadFile({ error }: { error: ApiError | undefined }) {
  if (!error || !isOfFile(error)) return null
  return (
    <View className="unread-file t14" {...spokenAs('alert')}>
      {error.message}
    </View>
  )
}
