import { fileUrl } from '@/api'
import { Avatar, type AvatarProps } from '@/ui/avatar/Avatar'

interface FaceProps {
  /** A colleague or an account, as an answer tells of them. */
  of: { name: string; face?: string | null; official?: boolean }
  size?: AvatarProps['size']
}

/** How a colleague looks beside their name: the picture where they have one, the initial otherwise. */
export function Face({ of: { name, face, official }, size }: FaceProps) {
  return <Avatar name={name} size={size} official={official} src={face ? fileUrl(face) : undefined} />
}
