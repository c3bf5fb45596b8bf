export default definePageConfig({ navigationBarTitleText: '看直播' })
