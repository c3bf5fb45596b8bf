export default definePageConfig({ navigationBarTitleText: '怎么赚沃币', enablePullDownRefresh: true })
