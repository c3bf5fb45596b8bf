import type { PostDocument, ReviewDocument, TopicDocument } from '../../../cloudfunctions/forum/store'
import type { Subject } from '../measure'
import type { BenchWorld } from '../world'
import { action, screen } from './subject'
import { turn, whoHas } from './turns'

const WORDS = ['XC90', '午餐', '露营', 'paobu', '班车', '沃尔沃']

/** Topics, people and search; what one keeps and follows; what comes while a post is open. */
export function talkScreens(world: BenchWorld): Subject[] {
  const { people, dump } = world
  const openid = (time: number) => turn(people, time).openid
  const posts = dump<PostDocument>('forum_posts').filter(({ state }) => state === 'live')
  const said = posts.filter(({ written, withdrawn }) => written > withdrawn)
  const topics = dump<TopicDocument>('forum_topics')
  const post = (time: number) => ({ openid: openid(time), input: { postId: turn(said, time)._id } })
  const mine = (time: number) => ({ openid: openid(time), input: {} })
  return [
    screen(world, 'topics', 'forum.listTopics', mine),
    screen(world, 'topic', 'forum.openTopic', time => ({
      openid: openid(time),
      input: { topicId: turn(topics, time)._id },
    })),
    screen(world, 'author', 'forum.openAuthor', time => ({
      openid: openid(time),
      input: { authorId: turn(people, time + 1).id },
    })),
    screen(world, 'talk, who I follow', 'forum.openFollowing', mine),
    screen(world, 'search', 'forum.search', time => ({
      openid: openid(time),
      input: { text: turn(WORDS, time) },
    })),
    screen(world, 'favourites', 'forum.listFavourites', mine),
    screen(world, 'post, more comments', 'forum.listComments', post),
    screen(world, 'post, what is new', 'forum.tailComments', time => ({
      openid: openid(time),
      input: { postId: turn(said, time)._id, since: turn(said, time).postedAt },
    })),
    screen(world, 'why this is hot', 'forum.openHeat', post),
    screen(world, 'ways to earn', 'coin.openEarning', mine),
  ]
}

export function talkActions(world: BenchWorld): Subject[] {
  const { people, dump } = world
  const posts = dump<PostDocument>('forum_posts').filter(({ state }) => state === 'live')
  const topics = dump<TopicDocument>('forum_topics')
  // Each person's turn comes with another thing: doing twice what is done costs less than doing it.
  const other = (time: number) => turn(people, time + Math.floor(time / people.length) + 1)
  return [
    action(world, 'forum.favouritePost', time => ({
      openid: other(time).openid,
      input: { postId: turn(posts, time)._id, favourited: time % 2 === 0 },
    })),
    action(world, 'forum.followTopic', time => ({
      openid: turn(people, time).openid,
      input: { topicId: turn(topics, time)._id, following: time % 2 === 0 },
    })),
    action(world, 'forum.followAuthor', time => ({
      openid: turn(people, time).openid,
      input: { authorId: other(time).id, following: time % 2 === 0 },
    })),
  ]
}

/** Who keeps order: what waits, and one case of it. */
export function moderationScreens(world: BenchWorld): Subject[] {
  const { people, dump } = world
  const { openid } = whoHas(people, 'moderator')
  const reviews = dump<ReviewDocument>('forum_reviews')
  return [
    screen(world, 'reports', 'forum.listReviews', () => ({ openid, input: {} })),
    screen(world, 'report', 'forum.openReview', time => ({
      openid,
      input: { reviewId: turn(reviews, time)._id },
    })),
  ]
}
