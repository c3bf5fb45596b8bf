export default definePageConfig({ navigationBarTitleText: '影片和官方账号', enablePullDownRefresh: true })
