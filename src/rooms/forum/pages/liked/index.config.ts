export default definePageConfig({ navigationBarTitleText: '获赞', enablePullDownRefresh: true })
