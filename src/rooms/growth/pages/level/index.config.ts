export default definePageConfig({ navigationBarTitleText: '等级和徽章', enablePullDownRefresh: true })
