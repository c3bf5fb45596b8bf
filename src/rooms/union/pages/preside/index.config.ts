export default definePageConfig({ navigationBarTitleText: '我的协会', enablePullDownRefresh: true })
